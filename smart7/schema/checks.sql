-- Quality checks: every returned row is a fault and fails the build.
-- Each returns file, line, what; file and line are null where a fault has no single row.

-- check: no_orphans
-- title.th: ทุกตัวเลขอ้างถึงตัวชี้วัด หน่วย แหล่งข้อมูล และรายการย่อยที่มีอยู่จริง
-- title.en: Every figure refers to an indicator, unit, source and part that exist
select o.file, o.line, o.indicator_id || ' / ' || o.unit_id || ' / ' || o.source_id as what
from observations as o
left join indicators as i using (indicator_id)
left join units as u using (unit_id)
left join sources as s on s.source_id = o.source_id
left join breakdowns as b on b.breakdown_id = o.breakdown
where i.indicator_id is null or u.unit_id is null or s.source_id is null
   or (o.breakdown <> '' and b.breakdown_id is null);

-- check: one_current_figure
-- title.th: แต่ละหน่วยและงวดมีตัวเลขปัจจุบันเพียงค่าเดียว
-- title.en: One unit and period have one current figure
select any_value(file) as file, max(line) as line,
       indicator_id || ' / ' || unit_id || ' / ' || period_start as what
from observations
where known_to is null
group by indicator_id, unit_id, breakdown, period_kind, period_start, period_end
having count(*) > 1;

-- check: known_intervals_do_not_overlap
-- title.th: ช่วงเวลาที่ถือว่าตัวเลขถูกต้องไม่ซ้อนกัน
-- title.en: The times during which figures were held true do not overlap
with revised as (
    select distinct indicator_id, unit_id, breakdown, period_kind, period_start, period_end
    from observations
    where known_to is not null
),
ordered as (
    select o.*, lag(o.known_to) over (
        partition by o.indicator_id, o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end
        order by o.known_from, o.known_to nulls last
    ) as known_before,
    row_number() over (
        partition by o.indicator_id, o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end
        order by o.known_from, o.known_to nulls last
    ) as nth
    from observations as o
    join revised using (indicator_id, unit_id, breakdown, period_kind, period_start, period_end)
)
select file, line, indicator_id || ' / ' || unit_id || ' / ' || period_start as what
from ordered
where (nth > 1 and (known_before is null or known_before > known_from))
   or (known_to is not null and known_to <= known_from);

-- check: denominators_not_zero
-- title.th: ไม่มีตัวหารเป็นศูนย์
-- title.en: No denominator is zero
select file, line, indicator_id || ' / ' || unit_id as what
from observations
where denominator = 0;

-- check: figures_within_range
-- title.th: ตัวเลขอยู่ในช่วงที่เป็นไปได้ของตัวชี้วัด
-- title.en: Figures lie within the indicator's range
select o.file, o.line, o.indicator_id || ' = ' || o.value as what
from observations as o
join indicators as i using (indicator_id)
where o.value < coalesce(i.range_min, o.value) or o.value > coalesce(i.range_max, o.value)
   or isnan(o.value) or isinf(o.value);

-- check: sample_stays_with_sample
-- title.th: ตัวเลขตัวอย่างอยู่กับหน่วยตัวอย่างเท่านั้น
-- title.en: Sample figures belong to sample units and to nothing else
select o.file, o.line, o.indicator_id || ' / ' || o.unit_id as what
from observations as o
join units as u using (unit_id)
where (o.quality = 'sample') <> u.is_sample;

-- check: sample_targets_stay_with_sample
-- title.th: เป้าหมายตัวอย่างอยู่กับหน่วยตัวอย่างเท่านั้น
-- title.en: Sample targets belong to sample units and to nothing else
select null as file, null as line, t.indicator_id || ' / ' || t.unit_id as what
from targets as t
join units as u using (unit_id)
where (t.quality = 'sample') <> u.is_sample;

-- check: ratios_have_both_parts
-- title.th: อัตราส่วนเก็บทั้งตัวตั้งและตัวหาร
-- title.en: Ratios keep numerator and denominator
select o.file, o.line, o.indicator_id || ' / ' || o.unit_id as what
from observations as o
join indicators as i using (indicator_id)
where (i.over_time in ('ratio', 'mean') or i.over_units in ('ratio', 'mean'))
  and (o.numerator is null or o.denominator is null);

-- check: one_target_at_a_time
-- title.th: แต่ละหน่วยและวันมีเป้าหมายจากผู้กำหนดแต่ละรายเพียงเป้าหมายเดียว
-- title.en: A unit has one target of one authority at a time
select
    null as file, null as line,
    a.indicator_id || ' / ' || a.unit_id || ' / ' || a.authority || ' / ' || a.period_from as what
from targets as a
join targets as b
    on a.indicator_id = b.indicator_id and a.unit_id = b.unit_id and a.authority = b.authority
   and a.rowid < b.rowid
   and (in_force(a.period_from, b.period_from, b.period_to) or in_force(b.period_from, a.period_from, a.period_to));

-- check: every_domain_has_indicators
-- title.th: ทุกด้านมีตัวชี้วัด
-- title.en: Every domain has indicators
select null as file, null as line, d.domain_id as what
from domains as d
left join indicators as i using (domain_id)
group by d.domain_id
having count(i.indicator_id) = 0 and (select count(*) from indicators) >= 7;

-- check: every_indicator_serves_an_aim
-- title.th: ตัวชี้วัดที่ตัดสินได้ทุกตัวตอบเป้าประสงค์อย่างน้อยหนึ่งข้อ
-- title.en: Every indicator that is judged serves at least one aim
select 'indicators.csv' as file, null as line, i.indicator_id as what
from indicators as i
left join indicator_aims as a using (indicator_id)
where i.direction <> 'context'
group by i.indicator_id
having count(a.aim) = 0;

-- check: sample_units_stay_together
-- title.th: หน่วยตัวอย่างอยู่ใต้หน่วยตัวอย่างเท่านั้น
-- title.en: Sample units belong to sample units, so that nothing made up is added to a real one
select 'units.csv' as file, null as line, u.unit_id || ' / ' || u.parent as what
from units as u
left join units as p on p.unit_id = u.parent
where u.parent is not null and (p.unit_id is null or p.is_sample <> u.is_sample);

-- check: feeds_name_known_sources
-- title.th: ชุดข้อมูลเส้นทางและป้ายอ้างถึงแหล่งข้อมูลที่มีอยู่จริง
-- title.en: Feeds and stops refer to sources that exist
select 'about.csv' as file, null as line, f.feed_id || ' / ' || f.source_id as what
from gtfs_feeds as f
anti join sources using (source_id)
where f.source_id is not null
union all
select 'stops.txt', null, t.feed_id || ' / ' || t.stop_id || ' / ' || t.source_id
from gtfs_stops as t
-- What another city calls source_id is its own affair.
join gtfs_feeds as f on f.feed_id = t.feed_id and f.status <> 'imported'
anti join sources as s on s.source_id = t.source_id
where t.source_id is not null;

-- check: pairs_are_measured_alike
-- title.th: ตัวชี้วัดที่วางเทียบกันใช้หน่วยวัด ชนิดของค่า และตัวคูณเดียวกัน
-- title.en: Indicators set beside one another share measure, kind of value and scale
select 'comparable.csv' as file, null as line, c.indicator_id || ' / ' || c.other_id as what
from comparable as c
join indicators as a on a.indicator_id = c.indicator_id
join indicators as b on b.indicator_id = c.other_id
where (a.measure_th, a.measure_en, a.value_kind) is distinct from (b.measure_th, b.measure_en, b.value_kind)
   -- A scale counts only where a value is worked out from two parts.
   or (a.scale <> b.scale and a.over_time in ('ratio', 'mean') and b.over_time in ('ratio', 'mean'));

-- check: pairs_say_what_differs
-- title.th: ตัวชี้วัดคนละตัวที่วางเทียบกันบอกไว้ครั้งเดียวว่าต่างกันอย่างไร
-- title.en: Different indicators set beside one another say once what differs
select 'comparable.csv' as file, null as line, c.indicator_id || ' / ' || c.other_id as what
from comparable as c
left join comparable as r on r.indicator_id = c.other_id and r.other_id = c.indicator_id
where (c.indicator_id <> c.other_id and (c.note_th is null or c.note_en is null))
   or (c.indicator_id < c.other_id and r.other_id is not null);

-- check: counts_are_not_drawn_as_they_are
-- title.th: จำนวนที่โตตามขนาดของพื้นที่ไม่ถูกวาดเทียบกันตรง ๆ
-- title.en: Counts that grow with the size of a place are not drawn beside one another as they are
select 'comparable.csv' as file, null as line, c.indicator_id as what
from comparable as c
join indicators as i using (indicator_id)
where c.indicator_id = c.other_id and 'sum' in (i.over_time, i.over_units) and i.value_kind <> 'percent';

-- check: days_within_range
-- title.th: ค่ารายวันและรายชั่วโมงอยู่ในช่วงที่เป็นไปได้ของตัวชี้วัด
-- title.en: Figures of days and hours lie within the indicator's range
select null as file, null as line, d.indicator_id || ' / ' || d.unit_id || ' / ' || d.day || ' = ' || d.value as what
from (
    select indicator_id, unit_id, day, value from days where value is not null
    union all
    select indicator_id, unit_id, day, value from hours
) as d
join indicators as i using (indicator_id)
where d.value < coalesce(i.range_min, d.value) or d.value > coalesce(i.range_max, d.value)
   or isnan(d.value) or isinf(d.value);

-- check: one_standard_a_day
-- title.th: แต่ละวันมีมาตรฐานเดียวที่ใช้บังคับ
-- title.en: One standard is in force on a day
select 'standards.csv' as file, null as line, a.indicator_id || ' / ' || b.valid_from as what
from standards as a
join standards as b
    on a.indicator_id = b.indicator_id and a.valid_from < b.valid_from
   and b.valid_from <= coalesce(a.valid_to, date '9999-12-31');
