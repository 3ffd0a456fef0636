-- title.th: ตัวเลขใดถูกแก้ไขภายหลัง จากเท่าใดเป็นเท่าใด
-- title.en: Which figures were corrected later, from what to what
select
    i.name_th, i.name_en, a.unit_id, a.period_start, a.value as before, b.value as after, a.known_to as corrected_on
from observations as a
join observations as b
    on b.indicator_id = a.indicator_id and b.unit_id = a.unit_id and b.breakdown = a.breakdown
   and b.period_kind = a.period_kind and b.period_start = a.period_start and b.known_from = a.known_to
join indicators as i on i.indicator_id = a.indicator_id
order by corrected_on desc, i.name_en, a.unit_id
