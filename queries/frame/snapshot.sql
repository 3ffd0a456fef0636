-- doc: The snapshot in service: its day, how many figures it holds, and the fiscal years they reach; one row.
-- params:
-- returns: snapshot_id VARCHAR, as_of DATE, built_at TIMESTAMP, sample BOOLEAN, figures BIGINT, sample_figures BIGINT, first_year INTEGER, last_year INTEGER, first_known DATE
with counted as (
    select
        coalesce(sum(figures), 0)::bigint as figures,
        coalesce(sum(figures) filter (where quality = 'sample'), 0)::bigint as sample_figures
    from held
),
reach as (
    select min(fiscal_year(period_start)) as first_year, max(fiscal_year(period_start)) as last_year
    from headlines
),
known as (
    select coalesce(min(known_from) filter (quality <> 'sample'), min(known_from)) as first_known
    from observations
)
select
    s.snapshot_id, s.as_of, s.built_at, s.sample,
    c.figures, c.sample_figures, r.first_year::integer as first_year, r.last_year::integer as last_year, k.first_known
from snapshot as s, counted as c, reach as r, known as k
