-- title.th: มีตารางใดให้ถามบ้าง (SHOW TABLES)
-- title.en: Which tables there are to ask (SHOW TABLES)
show tables
