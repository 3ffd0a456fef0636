-- title.th: จำนวนตัวเลขในแต่ละด้าน แยกตามคุณภาพ (PIVOT)
-- title.en: Figures in each domain by quality (PIVOT)
pivot open.figures on quality using count(*) group by domain_id order by domain_id
