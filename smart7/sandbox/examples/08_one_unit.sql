-- title.th: ตัวเลขของหน่วยหนึ่งตั้งแต่ปีงบประมาณหนึ่ง (กรอกค่าเอง)
-- title.en: Figures of one unit from a fiscal year on (fill in the fields)
-- given: unit=sample-school-1 from_year=2024
select indicator_th, indicator_en, period_th, period_en, value, measure_th, measure_en, target_low, quality
from open.figures
where unit_id = $unit and fiscal_year >= $from_year and breakdown = ''
order by indicator_en, period_start
