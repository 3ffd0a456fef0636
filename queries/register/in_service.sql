-- doc: What of the register the snapshot holds: submissions that a figure comes from, and changes of the catalogue.
-- params:
-- returns: id VARCHAR
select distinct substr(file, 10) as id from observations where starts_with(file, 'register/')
union
select change_id from edits
order by id
