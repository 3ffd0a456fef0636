-- title.th: ผู้เสียชีวิตบนถนนทั้งจังหวัดรายปี เทียบกับประชากร
-- title.en: Provincial road deaths by year, against population
select
    d.label_th as year_th, d.label_en as year_en, d.value as deaths, p.value as population,
    round(d.value / p.value * 100000, 1) as per_100_000
from yearly_named as d
left join yearly_named as p
    on p.indicator_id = 'registered-population' and p.unit_id = d.unit_id and p.period_start = d.period_start
where d.indicator_id = 'road-deaths-province'
order by d.period_start
