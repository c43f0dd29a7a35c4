-- An installation with many(many) learners, of whom due(due) are looked at in every round; the others in years to come.

INSERT INTO people (id, channel, address, name, named_by_self, first_seen_at, last_at)
SELECT n, 'telegram', n, 'Warga ' || n, false, timestamptz '2026-01-01', timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO grants (id, person_id, role, scope, granted_at)
SELECT n, n, 'fasilitator_desa',
       '73.16.' || lpad((1 + mod(n, 12))::text, 2, '0') || '.' || (2001 + mod(n, 20))::text, timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO learners (id, person_id, days, minutes, thrifty, next_at, enrolled_at)
SELECT n, n, '24', 1200, false, timestamptz '2031-01-07 12:00+00' + mod(n, 900) * interval '1 day', timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO lesson_progress (person_id, lesson, version, why, sent_at, opened_at, page)
SELECT n, 'L' || (10 + each)::text, 'v', 'urutan', timestamptz '2026-05-01', timestamptz '2026-05-02', 3
FROM generate_series(1, %(many)s::int) AS n, generate_series(1, 3) AS each;

INSERT INTO cards (person_id, lesson, question, stability, difficulty, reviewed_on, due_on)
SELECT n, 'L11', 0, 2.0, 5.0, date '2026-05-01', date '2026-05-03' FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO quizzes (id, person_id, lesson, question, shown, card, asked_at, chosen, is_right, answered_at)
SELECT n, n, 'L11', 0, '012', false, timestamptz '2026-05-01', 0, false, timestamptz '2026-05-01'
FROM generate_series(1, %(many)s::int) AS n;
