-- Quality checks of service as driven, in the form of checks.sql: every returned row is a fault and fails the build.
-- Only what holds by the definitions of docs/method.md is asked; where a row breaks it, a statement or a file is wrong.

-- check: driven_amounts_not_negative
-- title.th: จำนวนและผลรวมของบริการที่วิ่งจริงไม่ติดลบ
-- title.en: No count and no sum of service as driven is negative
select null as file, null as line, feed_id || ' / ' || service_date || ' / ' || what as what
from (
    select feed_id, service_date, 'driven_days' as what, least(positions, vehicles, runs, doubt, silent_s) as least_of
    from driven_days
    union all
    select
        feed_id, service_date, 'driven_stop_hours / ' || route_id || ' / ' || stop_id,
        least(
            passes, gaps, gap_s, gap_s2, planned_gaps, planned_gap_s, planned_gap_s2, held, held_s, off_s2, bunched,
            long_gaps, timed, on_time, early, late, doubtful
        )
    from driven_stop_hours
    union all
    select feed_id, service_date, 'driven_trips / ' || route_id, least(planned, run, extra, unseen, dead_runs, vehicles)
    from driven_trips
    union all
    select
        feed_id, service_date, 'driven_stretches / ' || route_id || ' / ' || to_stop_id,
        least(runs, length_m, run_s, dwell_s, quick_s, lost_s)
    from driven_stretches
    union all
    select feed_id, service_date, 'driven_left_out / ' || reason, rows from driven_left_out
)
where least_of < 0;

-- check: driven_parts_within_their_whole
-- title.th: ส่วนย่อยของบริการที่วิ่งจริงไม่เกินทั้งหมด เช่น ตรงเวลา เร็ว และช้า รวมกันเท่ากับที่มีตารางเวลา
-- title.en: Parts of service as driven lie within their whole: on time, early and late are those with a timetable
select
    null as file, null as line,
    feed_id || ' / ' || service_date || ' / ' || route_id || ' / ' || stop_id || ' / ' || hour as what
from driven_stop_hours
where on_time + early + late <> timed or timed > passes or doubtful > passes
   or bunched + long_gaps > held or held > gaps;

-- check: driven_trips_within_their_plan
-- title.th: สายที่มีตารางเวลาวิ่งตามแผนได้ไม่เกินเที่ยวที่วางแผน ที่เกินนับเป็นเที่ยวเสริม
-- title.en: Of a route with a timetable no more trips are run than planned; those beyond are extra
select
    null as file, null as line,
    feed_id || ' / ' || service_date || ' / ' || route_id || ' / ' || direction_id || ' / ' || hour as what
from driven_trips as t
left join (
    select feed_id, service_date, route_id, direction_id, bool_or(exact) as exact
    from driven_planned
    group by feed_id, service_date, route_id, direction_id
) as p using (feed_id, service_date, route_id, direction_id)
where coalesce(p.exact, false) and t.run > t.planned;

-- check: driven_squares_fit_their_sums
-- title.th: ผลรวมกำลังสองของระยะห่างไม่น้อยกว่าที่ผลรวมของมันยอมให้เป็น
-- title.en: Sums of squared gaps are no less than their sums allow
select
    null as file, null as line,
    feed_id || ' / ' || service_date || ' / ' || route_id || ' / ' || stop_id || ' / ' || hour as what
from driven_stop_hours
-- What is added up in floating point may be off in the last digits.
where gap_s2 * gaps < gap_s ** 2 * (1 - 1e-9) or planned_gap_s2 * planned_gaps < planned_gap_s ** 2 * (1 - 1e-9)
   or off_s2 * held < off_s ** 2 * (1 - 1e-9) - 1e-6;

-- check: driven_stretches_lose_no_more_than_they_take
-- title.th: ช่วงถนนไม่เสียเวลาเกินกว่าที่ใช้วิ่ง
-- title.en: No stretch loses more time than it takes
select
    null as file, null as line,
    feed_id || ' / ' || service_date || ' / ' || route_id || ' / ' || to_stop_id || ' / ' || hour as what
from driven_stretches
where runs = 0 or lost_s > run_s * (1 + 1e-9);

-- check: driven_days_say_what_they_are
-- title.th: ทุกแถวของบริการที่วิ่งจริงเป็นของวันที่บอกคุณภาพ และวันตัวอย่างมาจากแหล่งตัวอย่างเท่านั้น
-- title.en: Every row of service as driven is of a day that says its quality, and sample days name the sample alone
select null as file, null as line, d.feed_id || ' / ' || d.service_date || ' / ' || d.source_id as what
from driven_days as d
where (d.quality = 'sample') <> (d.source_id = 'sample-generator')
union all
select distinct null, null, r.feed_id || ' / ' || r.service_date
from (
    select feed_id, service_date from driven_stop_hours
    union all
    select feed_id, service_date from driven_trips
    union all
    select feed_id, service_date from driven_stretches
    union all
    select feed_id, service_date from driven_gaps
    union all
    select feed_id, service_date from driven_runs
    union all
    select feed_id, service_date from driven_left_out
) as r
anti join driven_days using (feed_id, service_date);
