-- title.th: ตารางตัวเลขมีคอลัมน์ใดบ้าง (DESCRIBE)
-- title.en: Which columns the figures have (DESCRIBE)
describe open.figures
