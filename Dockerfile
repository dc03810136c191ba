# Every command here is one that .ci/run runs too, in plain folders (test/laws/docker.test.ts compares them).
FROM node:24-bookworm-slim AS build
WORKDIR /griot
COPY package.json package-lock.json prisma.config.ts ./
RUN npm ci
COPY scripts scripts
COPY prisma prisma
RUN npm run generate

FROM node:24-bookworm-slim
ARG APP_USER=node
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data PATH=/griot/node_modules/.bin:$PATH
WORKDIR /griot
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional
COPY src src
COPY flows flows
COPY locales locales
COPY templates templates
COPY prisma prisma
COPY --from=build /griot/src/generated src/generated
RUN install -d -o "$APP_USER" -m 700 "$DATA_DIR"
VOLUME /data
USER node
EXPOSE 3000
CMD ["node", "src/main.ts"]
