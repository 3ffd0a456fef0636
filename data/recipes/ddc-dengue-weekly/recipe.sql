-- doc: Cases of a week by province, dengue fever alone and all forms together; one row per province, week and form.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE, value DOUBLE
with weeks as (
    -- The week of 4 January is the first; its Sunday comes no later.
    -- Codes of report R506: 66 is dengue fever, 26 haemorrhagic fever, 27 shock.
    select
        province, week, cases, coalesce(title_disease, nullif(regexp_extract(disease, '\b(26|27|66)\b'), '')) as code,
        make_date(year, 1, 4) - cast(dayofweek(make_date(year, 1, 4)) as integer) + 7 * (cast(week as integer) - 1)
            as sunday
    from rows
    where week between 1 and 53
),
forms as (
    select 'dengue-all-province' as indicator_id, province, sunday, sum(cases) as cases
    from weeks
    group by province, sunday
    -- All forms are known only where each of them has its row.
    having count(distinct code) = 3
    union all
    select 'dengue-fever-province', province, sunday, sum(cases)
    from weeks
    where code = '66'
    group by province, sunday
)
select
    f.indicator_id, u.unit_id, 'span' as period_kind, f.sunday as period_start, f.sunday + 6 as period_end,
    cast(f.cases as double) as value
from forms as f
left join units as u
    on u.name_th = case f.province when 'ทั่วประเทศ' then 'ประเทศไทย' else 'จังหวัด' || f.province end
    and u.kind in ('province', 'peer_province', 'country')
