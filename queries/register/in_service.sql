-- doc: Each submission of the register that a figure of the snapshot comes from; one row per submission.
-- params:
-- returns: submission_id VARCHAR
select distinct substr(file, 10) as submission_id from observations where starts_with(file, 'register/') order by 1
