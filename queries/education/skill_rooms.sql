-- doc: Rooms for STEM and for English open in each of the forty first schools and academic year; one row per school and year.
-- params: $lang VARCHAR, $until DATE, $sample BOOLEAN
-- returns: label VARCHAR, value DOUBLE, rooms VARCHAR, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, year VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ห้องเรียนทักษะ (STEM + ภาษาอังกฤษ) แยกตามโรงเรียนและปีการศึกษา
-- title.en: Skill rooms (STEM + English) by school and academic year
-- chart: heat x=year y=label value=value text=rooms
-- says: extremes
with known as not materialized ( -- few of its rows and columns are needed at a time
    select * from yearly
    where indicator_id = 'skill-rooms' and period_start <= cast($until as date) and ($sample or not is_sample)
),
shown as (
    select unit_id, position, in_language($lang, name_th, name_en) as label
    from units
    where kind = 'school' and unit_id in (select unit_id from known)
    order by position, unit_id
    limit 40
),
rooms as (
    select
        unit_id, period_kind, period_start, period_end,
        max(value) filter (where breakdown = '') as total,
        max(value) filter (where breakdown = 'room-stem') as stem,
        max(value) filter (where breakdown = 'room-english') as english,
        quality_name(max(quality_rank(quality))) as quality, list(distinct source_id) as source_ids,
        bool_or(is_sample) as is_sample
    from known
    where unit_id in (select unit_id from shown)
    group by unit_id, period_kind, period_start, period_end
)
select
    u.label, r.total as value,
    coalesce(r.stem::integer::varchar, '–') || ' + ' || coalesce(r.english::integer::varchar, '–') as rooms,
    i.decimals, in_language($lang, i.measure_th, i.measure_en) as measure, r.quality,
    (
        select string_agg(in_language($lang, s.title_th, s.title_en), '; ' order by s.source_id)
        from sources as s
        where s.source_id in r.source_ids
    ) as source,
    in_language($lang, p.label_th, p.label_en) as period,
    in_language($lang, buddhist_year(year(r.period_start)), year(r.period_start))::varchar as year, r.is_sample
from rooms as r
join indicators as i on i.indicator_id = 'skill-rooms'
join shown as u using (unit_id)
join periods as p
    on p.period_kind = r.period_kind and p.period_start = r.period_start and p.period_end = r.period_end
order by u.position, r.period_start
