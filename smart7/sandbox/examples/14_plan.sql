-- title.th: คำสั่งนี้ทำงานอย่างไร ช้าที่ขั้นใด (EXPLAIN ANALYZE)
-- title.en: How a statement runs, and which step takes the time (EXPLAIN ANALYZE)
explain analyze
select domain_id, count(*) as figures
from open.figures
where quality <> 'sample'
group by domain_id
order by figures desc
