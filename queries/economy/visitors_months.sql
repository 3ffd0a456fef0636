-- doc: Visitors of the province by month and year; one row per month.
-- params: $lang VARCHAR, $until DATE
-- returns: label VARCHAR, month VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ผู้มาเยือนจังหวัดขอนแก่น รายเดือน
-- title.en: Visitors of Khon Kaen Province, by month
-- chart: cells x=month y=label value=value
-- says: peak
select * from months_of('tourism-visitors-month', 'khonkaen-province', $lang, cast($until as date))
