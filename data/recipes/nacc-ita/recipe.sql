-- doc: ITA score of a city municipality in a fiscal year; one row per municipality and year.
-- makes: observations
-- returns: indicator_id VARCHAR, unit_id VARCHAR, period_kind VARCHAR, period_start DATE, value DOUBLE, note_th VARCHAR, note_en VARCHAR
select
    'ita-score' as indicator_id, u.unit_id, 'fiscal_year' as period_kind, make_date(r.year - 1, 10, 1) as period_start,
    r.score as value, 'ระดับ ' || r.level as note_th, 'Level in the source: ' || r.level as note_en
from rows as r
left join units as u
    on u.name_th = regexp_replace(replace(r.body, ' ', ''), '^ทน\.', 'เทศบาลนคร') and u.kind in ('city', 'peer_city')
