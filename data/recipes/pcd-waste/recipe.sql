-- doc: Waste of a municipality or a province in a year, by day, by head and used again; one row per place and measure.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, numerator DOUBLE, denominator DOUBLE, quality VARCHAR, formula_th VARCHAR, formula_en VARCHAR
with placed as (
    select
        r.*, u.unit_id, u.kind, make_date(r.year, 1, 1) as start,
        make_date(r.year + 1, 1, 1) - make_date(r.year, 1, 1) as days
    from rows as r
    left join units as u
        on u.kind in ('city', 'peer_city', 'province', 'peer_province')
        and u.name_th = case
            when r.place like 'ทน.%' then 'เทศบาลนคร' || trim(r.place[4:])
            when r.place like 'เทศบาล%' or r.place like 'จังหวัด%' then r.place
            else 'จังหวัด' || r.place
        end
)
select
    case when kind in ('city', 'peer_city') then 'waste-daily' else 'waste-generated-province' end as indicator_id,
    unit_id, 'calendar_year' as period_kind, start as period_start, generated as value,
    cast(null as double) as numerator, cast(null as double) as denominator, 'official' as quality,
    cast(null as varchar) as formula_th, cast(null as varchar) as formula_en
from placed
union all
select
    'waste-per-person', unit_id, 'calendar_year', start, round(generated * 1000 / people, 3), null, null, 'modelled',
    format('ขยะ {} ตันต่อวัน × 1,000 ÷ ประชากร {} คน ในตารางเดียวกัน', generated, people),
    format('waste {} tonnes a day × 1,000 ÷ {} people of the same table', generated, people)
from placed
where kind in ('city', 'peer_city') and people > 0
union all
select
    'recycling-rate', unit_id, 'calendar_year', start, null, used * days, generated * days, 'modelled',
    format('ตันต่อวัน × {} วันของปี', days), format('tonnes a day × the {} days of the year', days)
from placed
where kind in ('city', 'peer_city') and used is not null
