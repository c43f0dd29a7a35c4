-- Half a million usulan of five years in 132 desa of twelve kecamatan; the years before this one were decided. Each says some
-- fifteen words: a third of them of roads, one in a hundred of a bridge, one in fifty thousand of a cable car.

INSERT INTO people (id, channel, address, name, named_by_self, first_seen_at, last_at)
SELECT n, 'telegram', n, 'Pembaca', false, timestamptz '2026-01-01', timestamptz '2026-01-01' FROM generate_series(1, 120) AS n;

INSERT INTO grants (id, person_id, role, scope, granted_at)
SELECT n, n, 'fasilitator_desa', '73.16.' || lpad((n %% 12 + 1)::text, 2, '0') || '.' || (2001 + n / 12 %% 11), timestamptz '2026-01-01'
FROM generate_series(1, 110) AS n;

INSERT INTO usulan (id, code, year, kecamatan, serial, desa, person_id, answers, status, spoken_at, read_at, read_by, locked_at,
                    reader_id, unnamed, unread_rung, dusun, lacks, unwritten)
SELECT n::bigint << 20, 'ENR-' || y || '-' || k || '-' || n, 2000 + y, '73.16.' || k, n,
       '73.16.' || k || '.' || (2001 + n / 12 %% 11), NULL,
       json_build_object(
           'kecamatan', json_build_object('code', '73.16.' || k, 'name', 'Maiwa'),
           'desa', json_build_object('code', '73.16.' || k || '.' || (2001 + n / 12 %% 11), 'name', 'Pattondon Salu'),
           'dusun', json_build_object('name', 'Dusun ' || n / 132 %% 6),
           'cerita', json_build_object('text', repeat('Jalan ke kebun licin waktu hujan, anak-anak sering jatuh. ', 8)),
           'harapan', json_build_object('text', 'Jalannya dirabat dari masjid sampai jembatan, kira-kira 180 meter.'))::text,
       'tercatat', timestamptz '2022-11-01' + n * interval '5 minutes',
       CASE WHEN y = 27 AND n / 132 %% 3 > 0 THEN NULL ELSE timestamptz '2026-12-01' END,
       CASE WHEN y = 27 AND n / 132 %% 3 > 0 THEN NULL ELSE 1 END,
       CASE WHEN y = 27 THEN NULL ELSE timestamptz '2026-02-01' END,
       CASE WHEN n %% 500 = 0 THEN 1 + n %% 110 END, false, 0,
       'Dusun ' || n / 132 %% 6, n %% 7, CASE WHEN n / 132 %% 40 = 0 THEN 1 ELSE 0 END
FROM (SELECT n, 23 + (n - 1) / (%(many)s::int / 5) AS y, lpad((n %% 12 + 1)::text, 2, '0') AS k
      FROM generate_series(1, %(many)s::int) AS n) AS each;

INSERT INTO usulan_words (usulan_id, word, desa)
SELECT n::bigint << 20, word, '73.16.' || lpad((n %% 12 + 1)::text, 2, '0') || '.' || (2001 + n / 12 %% 11)
FROM generate_series(1, %(many)s::int) AS n,
     LATERAL (SELECT DISTINCT unnest(ARRAY['maiwa', 'waktu', 'hujan', CASE WHEN n / 132 %% 3 = 0 THEN 'jalan' ELSE 'air' END,
         CASE WHEN n / 132 %% 100 = 0 THEN 'jembatan' ELSE 'sungai' END, CASE WHEN n %% 50000 = 7 THEN 'kereta' ELSE 'kebun' END,
         'a' || n %% 997, 'b' || n %% 4999, 'c' || n %% 53, 'd' || n %% 211, 'e' || n %% 19, 'f' || n %% 7001, 'g' || n %% 89,
         'h' || n %% 17, 'i' || n %% 31]) AS word) AS told;
