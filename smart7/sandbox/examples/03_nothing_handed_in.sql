-- title.th: หน่วยงานใดยังไม่เคยส่งตัวเลขของตัวชี้วัดที่รับผิดชอบ
-- title.en: Which divisions have handed in nothing of what they answer for
select u.name_th, u.name_en, count(*) as indicators, count(h.indicator_id) as with_figures
from indicators as i
join units as u on u.unit_id = i.owner
left join (select distinct indicator_id from held where quality <> 'sample') as h on h.indicator_id = i.indicator_id
group by u.name_th, u.name_en
order by with_figures, indicators desc, u.name_en
