-- doc: Revenue and spending of a municipality in a fiscal year by type, in all, and the shares; one row per figure.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, breakdown VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, numerator DOUBLE, denominator DOUBLE, quality VARCHAR, formula_th VARCHAR, formula_en VARCHAR
with lines as (
    select
        u.unit_id, make_date(r.year - 1, 10, 1) as start, coalesce(t.breakdown, '?') as breakdown,
        case when r.side = 'รายจ่าย' then 'spending' else 'revenue' end as side,
        r.amount * case r.money when 'บาท' then 0.000001 when 'พันบาท' then 0.001 else 1 end as amount
    from rows as r
    left join types as t
        on t.side = case when r.side = 'รายจ่าย' then 'spending' else 'revenue' end
        and t.written = replace(r.written, ' ', '')
    join units as u
        on u.kind in ('city', 'peer_city') and u.name_th = regexp_replace(replace(r.body, ' ', ''), '^ทน\.', 'เทศบาลนคร')
),
sums as (
    select
        unit_id, start, sum(amount) filter (where side = 'revenue') as revenue,
        sum(amount) filter (where side = 'spending') as spending,
        coalesce(sum(amount) filter (where breakdown = 'revenue-subsidies'), 0) as subsidies,
        coalesce(sum(amount) filter (where breakdown = 'expenditure-investment'), 0) as investment
    from lines
    group by unit_id, start
    -- Unless every type is known, so that nothing is counted twice or left out, there is no sum.
    having count(*) filter (where breakdown = '?') = 0
),
figures as (
    select
        case side when 'revenue' then 'total-revenue' else 'total-expenditure' end as indicator_id, unit_id, breakdown,
        start, amount as value, cast(null as double) as numerator, cast(null as double) as denominator,
        'official' as quality, cast(null as varchar) as formula_th, cast(null as varchar) as formula_en
    from lines
    where breakdown not in ('?', 'other-spending')
    union all
    select 'total-revenue', unit_id, '', start, revenue, null, null, 'modelled', 'ผลรวมของทุกหมวดรายได้ในแถว',
        'sum of all types of revenue of the row'
    from sums
    where revenue is not null
    union all
    select 'total-expenditure', unit_id, '', start, spending, null, null, 'modelled', 'ผลรวมของทุกหมวดรายจ่ายในแถว',
        'sum of all types of expenditure of the row'
    from sums
    where spending is not null
    union all
    select 'own-revenue', unit_id, '', start, revenue - subsidies, null, null, 'modelled', 'รายได้รวม − เงินอุดหนุน',
        'total revenue − subsidies'
    from sums
    where revenue is not null
    union all
    select 'own-source-share', unit_id, '', start, null, revenue - subsidies, revenue, 'modelled',
        '(รายได้รวม − เงินอุดหนุน) ÷ รายได้รวม × 100', '(total revenue − subsidies) ÷ total revenue × 100'
    from sums
    where revenue > 0
    union all
    select 'subsidy-share', unit_id, '', start, null, subsidies, revenue, 'modelled', 'เงินอุดหนุน ÷ รายได้รวม × 100',
        'subsidies ÷ total revenue × 100'
    from sums
    where revenue > 0
    union all
    select 'capital-share', unit_id, '', start, null, investment, spending, 'modelled', 'งบลงทุน ÷ รายจ่ายรวม × 100',
        'investment ÷ total expenditure × 100'
    from sums
    where spending > 0
)
select
    indicator_id, unit_id, breakdown, 'fiscal_year' as period_kind, start as period_start, round(value, 4) as value,
    round(numerator, 4) as numerator, round(denominator, 4) as denominator, quality, formula_th, formula_en
from figures
