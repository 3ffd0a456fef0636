-- title.th: แต่ละคอลัมน์มีค่าต่ำสุด สูงสุด กี่แบบ และว่างเท่าใด (SUMMARIZE)
-- title.en: Lowest and highest value of each column, how many kinds, how many empty (SUMMARIZE)
summarize select domain_id, unit_kind, period_kind, fiscal_year, value, quality from open.figures
