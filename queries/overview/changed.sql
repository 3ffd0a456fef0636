-- doc: What became known of each indicator after a day, up to the end of a chosen year; one row per indicator of which anything did.
-- params: $since DATE, $until DATE
-- returns: indicator_id VARCHAR, known DATE, figures BIGINT, corrected BIGINT, leading BIGINT, leading_corrected BIGINT, leading_before BIGINT, own_before BIGINT, replaced DOUBLE
with told as (
    select
        o.indicator_id, o.unit_id, u.parent, o.breakdown, o.period_start, o.period_end, o.known_from, o.known_to,
        lag(o.value) over one_figure as replaced,
        row_number() over one_figure > 1 as corrected
    from observations as o
    join units as u using (unit_id)
    where not u.is_sample and o.quality <> 'sample' and not is_peer(u.kind)
      and o.period_start <= cast($until as date)
    window one_figure as (
        partition by o.indicator_id, o.unit_id, o.breakdown, o.period_kind, o.period_start, o.period_end
        order by o.known_from
    )
),
leader as (
    select indicator_id, unit_id, period_start, period_end
    from headlines
    where not is_sample and period_start <= cast($until as date)
    qualify row_number() over (partition by indicator_id order by period_start desc) = 1
),
marked as (
    select
        t.*,
        t.known_to is null and t.known_from > cast($since as date) as fresh,
        t.known_from <= cast($since as date) as earlier,
        t.breakdown = '' and coalesce(t.unit_id = l.unit_id or t.parent = l.unit_id, false) as own,
        own and t.period_start >= l.period_start and t.period_end <= l.period_end as leads
    from told as t
    left join leader as l using (indicator_id)
)
select
    indicator_id,
    max(known_from) filter (fresh) as known,
    count(*) filter (fresh) as figures,
    count(*) filter (fresh and corrected) as corrected,
    count(*) filter (fresh and leads) as leading,
    count(*) filter (fresh and leads and corrected) as leading_corrected,
    count(*) filter (earlier and leads and known_to is null) as leading_before,
    count(*) filter (earlier and own) as own_before,
    max(replaced) filter (fresh and leads and corrected) as replaced
from marked
group by indicator_id
having count(*) filter (fresh) > 0
order by known desc, indicator_id
