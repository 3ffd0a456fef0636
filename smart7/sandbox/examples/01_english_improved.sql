-- title.th: โรงเรียนตัวอย่างแห่งใดคะแนนภาษาอังกฤษดีขึ้นมากที่สุด และแห่งใดลดลง
-- title.en: Which sample schools improved most in English, and which fell
with years as (
    select
        unit_th, unit_en, period_start, value,
        row_number() over (partition by unit_id order by period_start desc) as back
    from open.figures
    where indicator_id = 'english-results' and unit_kind = 'school' and breakdown = ''
)
select
    last.unit_th, last.unit_en, first.value as three_years_before, last.value as latest,
    round(last.value - first.value, 1) as change, true as is_sample
from years as last
join years as first on first.unit_en = last.unit_en and first.back = 4
where last.back = 1
order by change desc
