-- title.th: ข้อมูลใดไม่ออกจากระบบทั้งชุด และเพราะอะไร
-- title.en: What does not leave in bulk, and why
select view_name, count(distinct source_id) as sources, sum(rows) as rows, reason_th, reason_en
from open.withheld
group by view_name, reason_th, reason_en
order by rows desc
