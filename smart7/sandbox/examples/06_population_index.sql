-- title.th: ประชากรตามทะเบียนของเทศบาล อำเภอ และจังหวัด บนดัชนีเดียวกัน
-- title.en: Registered population of municipality, district and province on one index
select
    unit_th, unit_en, year(period_end) as year, value as people,
    round(100 * value / first_value(value) over (partition by unit_id order by period_end), 1) as index_first_year_100
from yearly_named
where indicator_id = 'registered-population' and not is_sample
order by unit_en, year
