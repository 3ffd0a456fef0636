-- doc: Electricity sold in the city district and the province in a year, by type of consumer; one row per area and type.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, breakdown VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE
with areas as (
    select
        *, regexp_replace(replace(area, ' ', ''), '^อำเภอ', '') as plain,
        -- Only a table of Khon Kaen has its city district; the total of any other is not taken.
        bool_or(area like '%เมืองขอนแก่น%') over () as is_khonkaen
    from rows
)
select
    'electricity-sold' as indicator_id,
    case
        when plain = 'เมืองขอนแก่น' then 'mueang-district'
        when is_khonkaen and plain in ('รวมยอด', 'รวม', 'ยอดรวม') then 'khonkaen-province'
    end as unit_id,
    coalesce(c.breakdown, '') as breakdown,
    case when year_kind is null then 'calendar_year' else 'fiscal_year' end as period_kind,
    case when year_kind is null then make_date(year, 1, 1) else make_date(year - 1, 10, 1) end as period_start,
    round(sold * case coalesce(size, '') when 'ล้าน' then 1 when 'พัน' then 0.001 else 0.000001 end, 4) as value
from areas as a
left join consumers as c on c.written = replace(a.user, ' ', '')
