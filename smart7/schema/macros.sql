-- Small words shared by queries.

-- The Thai fiscal year runs from October to September and takes the year in which it ends (CE).
create macro fiscal_year(day) as year(day + interval 3 month);
create macro buddhist_year(ce_year) as ce_year + 543;
create macro fiscal_year_start(day) as make_date(year(day + interval 3 month) - 1, 10, 1);
create macro fiscal_year_end(day) as make_date(year(day + interval 3 month), 9, 30);

-- The seasons of the Meteorological Department: cool from mid-October, hot from mid-February, rainy from mid-May.
create macro season(one_day) as
    case
        when month(one_day) * 100 + dayofmonth(one_day) between 216 and 515 then 'hot'
        when month(one_day) * 100 + dayofmonth(one_day) between 516 and 1015 then 'rainy'
        else 'cool'
    end;
-- Three seasons in a row, from the cool one on, make a year; it takes the number of the fiscal year they begin in.
create macro season_year(one_day) as fiscal_year(one_day - interval 15 day);

-- The kind, first day and last day of the year that a period of a given kind adds up to.
create macro year_kind(kind) as
    case when kind in ('month', 'quarter', 'fiscal_year') then 'fiscal_year' else kind end;
create macro year_start(kind, day) as
    case when kind in ('month', 'quarter', 'fiscal_year') then fiscal_year_start(day) else day end;
create macro year_end(kind, start_day, end_day) as
    case when kind in ('month', 'quarter', 'fiscal_year') then fiscal_year_end(start_day) else end_day end;
create macro parts_of_year(kind) as case kind when 'month' then 12 when 'quarter' then 4 else 1 end;

-- A ratio without a denominator is not a number, never infinity.
create macro ratio(numerator, denominator, scale) as numerator / nullif(denominator, 0) * scale;

-- Quality from most to least trusted; what is added up is as good as its weakest part.
create macro quality_rank(quality) as
    list_position(['official', 'reported', 'submitted', 'modelled', 'estimated', 'sample'], quality);
create macro quality_name(rank) as
    ['official', 'reported', 'submitted', 'modelled', 'estimated', 'sample'][rank];

-- Whether a target or anything else that may have no end holds a day.
create macro in_force(day, first_day, last_day) as day >= first_day and (last_day is null or day <= last_day);

-- Kinds of units that report to a parent, and that speak for nobody but themselves.
create macro reports(kind) as kind in ('school', 'centre', 'division');
-- Kinds of units that are only compared with: they make no news of the city or the province.
create macro is_peer(kind) as kind in ('peer_city', 'peer_province');
-- Whether the figures of a kind of unit are those an indicator is meant for, so that a page may lead with them.
-- A tambon, a measuring station and a peer never stand for the city or the province.
create macro leads(kind, level) as
    (kind = level or (kind = 'city' and reports(level)))
    and not reports(kind) and not is_peer(kind) and kind not in ('tambon', 'station');
-- The kind of the cities or provinces that what an indicator is meant for is compared with; null for none.
create macro peer_kind(level) as
    case when level = 'city' or reports(level) then 'peer_city' when level = 'province' then 'peer_province' end;

-- A number within a sentence, as pages write it.
create macro as_said(number, decimals) as format('{:,.{}f}', number, decimals);

create macro in_language(lang, th, en) as case when lang = 'en' then en else th end;

-- Metres between two points along the surface of the earth, null where one of them is not known.
-- Rounding takes points on opposite sides past 1; `least` would make 1 of a null.
create macro at_most_one(number) as if(number > 1, 1, number);
create macro metres_between(lat_a, lon_a, lat_b, lon_b) as
    2 * 6371008.8 * asin(sqrt(at_most_one(
        sin(radians(lat_b - lat_a) / 2) ** 2
        + cos(radians(lat_a)) * cos(radians(lat_b)) * sin(radians(lon_b - lon_a) / 2) ** 2
    )));

-- Seconds of a time H:MM:SS, which passes 24:00:00 after midnight of its service day; null where it is none.
create macro seconds_of(written) as
    if(
        regexp_full_match(written, '\s*\d{1,3}:[0-5]\d:[0-5]\d\s*'),
        cast(split_part(written, ':', 1) as integer) * 3600
        + cast(split_part(written, ':', 2) as integer) * 60 + cast(split_part(written, ':', 3) as integer),
        null
    );
create macro gtfs_date(written) as cast(try_strptime(written, '%Y%m%d') as date);

-- A route as people look for it: its number before its name, where the number can be read in both languages.
create macro named_route(short_name, name) as
    if(regexp_full_match(coalesce(short_name, ''), '[0-9A-Za-z -]+'), short_name || ' · ' || name, name);

-- Service as driven: what is said of a day, an hour or a year, from sums of the tables driven_*; seconds, percent, km/h.
-- Who comes at random comes more often into a long gap than into a short one: half of each gap, weighted by the gap.
create macro mean_gap_s(gap_s, gaps) as gap_s / nullif(gaps, 0);
create macro mean_wait_s(gap_s, gap_s2) as gap_s2 / nullif(2 * gap_s, 0);
create macro excess_wait_s(gap_s, gap_s2, planned_gap_s, planned_gap_s2) as
    mean_wait_s(gap_s, gap_s2) - mean_wait_s(planned_gap_s, planned_gap_s2);
-- Spread of what gaps are off their planned headway, in planned headways; rounding must not leave a root of less than 0.
create macro headway_variation(held, held_s, off_s, off_s2) as
    sqrt(greatest(0, off_s2 / nullif(held, 0) - (off_s / nullif(held, 0)) ** 2)) * held / nullif(held_s, 0);
create macro percent_of(part, whole) as ratio(part, whole, 100);
create macro speed_kmh(metres, seconds) as ratio(metres, seconds, 3.6);
