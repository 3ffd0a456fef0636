-- doc: How often and how far published figures of an indicator were corrected up to a day, and how long they took; one row per indicator with any.
-- params: $until DATE, $lang VARCHAR
-- returns: domain_id VARCHAR, indicator_id VARCHAR, name VARCHAR, figures BIGINT, revised BIGINT, revisions BIGINT, withdrawn BIGINT, typical DOUBLE, largest DOUBLE, known_after DOUBLE, corrected_after DOUBLE, last DATE
with told as (
    select
        o.*,
        row_number() over one_figure as nth,
        lag(o.value) over one_figure as before,
        lag(o.known_from) over one_figure as known_before,
        o.period_end = max(o.period_end) over (partition by o.indicator_id, o.known_from) as newest,
        lead(o.known_from) over one_figure is null and coalesce(o.known_to <= cast($until as date), false) as withdrawn
    from observations as o
    join units as u using (unit_id)
    where not u.is_sample and o.quality <> 'sample' and not is_peer(u.kind) and o.known_from <= cast($until as date)
    window one_figure as (
        partition by o.indicator_id, o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end
        order by o.known_from
    )
),
marked as (
    select
        *,
        coalesce(value <> before, false) as revision,
        abs(value - before) / nullif(abs(before), 0) as share
    from told
)
select
    i.domain_id, m.indicator_id, in_language($lang, i.name_th, i.name_en) as name,
    count(*) filter (m.nth = 1) as figures,
    count(distinct (m.unit_id, m.breakdown, m.period_kind, m.period_start, m.period_end)) filter (m.revision) as revised,
    count(*) filter (m.revision) as revisions,
    count(*) filter (m.withdrawn) as withdrawn,
    median(m.share) filter (m.revision and i.value_kind <> 'year') as typical,
    max(m.share) filter (m.revision and i.value_kind <> 'year') as largest,
    median(date_diff('day', m.period_end, m.known_from)) filter (m.nth = 1 and m.newest) as known_after,
    median(date_diff('day', m.known_before, m.known_from)) filter (m.revision) as corrected_after,
    max(m.known_from) filter (m.revision) as last
from marked as m
join indicators as i using (indicator_id)
group by i.domain_id, m.indicator_id, i.name_th, i.name_en, i.position
order by revisions desc, i.domain_id, i.position, m.indicator_id
