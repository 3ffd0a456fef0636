-- doc: Visitors, receipts, guests and occupancy of a province in a month; one row per province, month and measure.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, breakdown VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, numerator DOUBLE, denominator INTEGER, note_th VARCHAR, note_en VARCHAR
with named as (
    -- A mark such as (R1) behind the name of a province tells that its row was revised.
    select *, regexp_replace(province, ' ?\(.*\)$', '') as plain
    from rows
    where year = year(month)
)
select
    m.indicator_id, u.unit_id, coalesce(m.breakdown, '') as breakdown, 'month' as period_kind, n.month as period_start,
    case when m.is_rate = 'no' then n.value end as value,
    case when m.is_rate = 'yes' then n.value end as numerator,
    case when m.is_rate = 'yes' then 1 end as denominator,
    case upper(n.stage) when 'P' then 'ค่าเบื้องต้น' when 'R' then 'ค่าปรับปรุง' end as note_th,
    case upper(n.stage) when 'P' then 'Preliminary' when 'R' then 'Revised' end as note_en
from named as n
left join measures as m on replace(m.measure, ' ', '') = replace(n.measure, ' ', '')
left join units as u
    on u.name_th = case n.plain when 'รวมทั้งหมด' then 'ประเทศไทย' else 'จังหวัด' || n.plain end
    and u.kind in ('province', 'peer_province', 'country')
where m.is_rate is distinct from 'not taken'
