-- doc: How many stops, places and count points are not drawn, or drawn at a rough position; one row per kind and reason.
-- params:
-- returns: kind VARCHAR, reason VARCHAR, places BIGINT
-- sources:
with hidden as (
    select if(f.status = 'planned', 'station', 'stop') as kind, 'unknown' as reason
    from gtfs_stops as s
    join gtfs_feeds as f using (feed_id)
    where s.lat is null
    union all
    select kind, if(lat is null, 'unknown', 'rough') from places where lat is null or accuracy_m > 500
    union all
    select 'count', 'unknown' from traffic_counts where lat is null
)
select kind, reason, count(*) as places from hidden group by kind, reason order by kind, reason
