drop table fate;
