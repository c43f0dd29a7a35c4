# The bot alone, without simulator data or tests:
#   docker build -t kawan-musrenbang .
#   docker run --rm --env-file .env -v kawan:/app/data kawan-musrenbang python -m bot migrate
#   docker run -d --restart unless-stopped --env-file .env -v kawan:/app/data kawan-musrenbang
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PTB_TIMEDELTA=true \
    WEB_PORT=8080 \
    CALENDAR_HOST=0.0.0.0
WORKDIR /app

# What changes seldom comes first, so that a new sentence does not install everything again.
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt

RUN useradd --system --no-create-home --uid 10001 kawan
RUN mkdir -p data/media && chown -R kawan data
COPY bot bot
COPY handlers handlers
COPY content content

# Everything the bot must not lose: the SQLite file and what people sent.
VOLUME ["/app/data"]
USER kawan
# From inside, so nothing of it need be reached from outside; with WEB_PORT=0 nobody can ask and nothing is said.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["python", "-m", "bot.edges.healthcheck"]
CMD ["python", "-m", "bot", "run"]
