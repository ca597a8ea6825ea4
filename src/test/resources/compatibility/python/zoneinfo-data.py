# about: zoneinfo has its data
# expect.stdout: "2024-07-01 20:00:00+08:00 CST\n-1 day, 19:00:00\nTrue\n2024-03-31 03:30:00+02:00\n"
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

noon = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
shanghai = noon.astimezone(ZoneInfo("Asia/Shanghai"))
print(shanghai, shanghai.tzname())
print(datetime(2024, 1, 1, tzinfo=ZoneInfo("America/New_York")).utcoffset())
print(len(available_timezones()) > 400)
print((datetime(2024, 3, 31, 0, 30, tzinfo=timezone.utc) + timedelta(hours=1)).astimezone(ZoneInfo("Europe/Berlin")))
