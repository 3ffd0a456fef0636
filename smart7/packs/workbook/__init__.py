"""A pack as a workbook that Excel draws itself."""
