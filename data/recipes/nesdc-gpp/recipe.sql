-- doc: Product of a province in a year, at current prices, by head, by sector and as a volume; one row per line and year.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, breakdown VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, note_th VARCHAR, note_en VARCHAR
-- A line may stand twice, once as the heading of its group: both are the same figure.
select distinct
    l.indicator_id, u.unit_id, coalesce(l.breakdown, '') as breakdown, 'calendar_year' as period_kind,
    make_date(r.year, 1, 1) as period_start, r.value * cast(l.factor as double) as value,
    case lower(r.mark) when 'p' then 'ค่าเบื้องต้น' when 'r' then 'ค่าปรับปรุง' end as note_th,
    case lower(r.mark) when 'p' then 'Preliminary' when 'r' then 'Revised' end as note_en
from rows as r
join lines as l
    on lower(l.line) = lower(r.line) and (l.prices is null or lower(l.prices) = lower(r.prices))
left join units as u
    on lower(u.name_en) = lower(trim(coalesce(r.province, r.sheet_name))) || ' province'
    and u.kind in ('province', 'peer_province')
