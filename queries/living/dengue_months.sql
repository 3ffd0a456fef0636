-- doc: Dengue cases of the province by month and year; one row per month.
-- params: $lang VARCHAR, $until DATE
-- returns: label VARCHAR, month VARCHAR, value DOUBLE, decimals INTEGER, measure VARCHAR, quality VARCHAR, source VARCHAR, period VARCHAR, is_sample BOOLEAN
-- sources:
-- title.th: ผู้ป่วยไข้เลือดออกรายเดือน จังหวัดขอนแก่น
-- title.en: Dengue cases by month, Khon Kaen Province
-- chart: cells x=month y=label value=value
-- says: peak
select * from months_of('dengue-fever-province', 'khonkaen-province', $lang, cast($until as date))
