-- title.th: ตัวเลขทั้งหมดเป็นตัวเลขตัวอย่างร้อยละเท่าใด แยกตามด้าน
-- title.en: What share of all figures is sample, by domain
select
    d.name_th, d.name_en, count(*) as figures, count(*) filter (o.quality = 'sample') as sample,
    round(100.0 * sample / figures, 1) as percent_sample
from observations as o
join indicators as i using (indicator_id)
join domains as d using (domain_id)
where o.known_to is null
group by d.position, d.name_th, d.name_en
order by d.position
