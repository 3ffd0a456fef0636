-- doc: LPA result of a city municipality in a year; one row per municipality and year.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE
select
    'lpa-score' as indicator_id, u.unit_id, 'fiscal_year' as period_kind, make_date(r.year - 1, 10, 1) as period_start,
    r.percent as value
from rows as r
left join units as u
    on u.name_th = regexp_replace(replace(r.body, ' ', ''), '^ทน\.', 'เทศบาลนคร') and u.kind in ('city', 'peer_city')
