-- doc: Mean income, spending and debt of the households of a province; one row per province, year and measure.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE
select
    m.indicator_id, u.unit_id, 'calendar_year' as period_kind, make_date(r.year, 1, 1) as period_start, r.value
from rows as r
join measures as m on m.measure = r.measure
left join units as u on u.name_th = 'จังหวัด' || r.province and u.kind in ('province', 'peer_province')
