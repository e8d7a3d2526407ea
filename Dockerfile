# One image for all roles; what a container does is said by ROLE.
FROM node:22-slim AS build
WORKDIR /srv/tandem
COPY . .
RUN npm ci --no-audit --no-fund \
 && npm run build \
 && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/tandem LOG_FORMAT=json
RUN mkdir /var/lib/tandem && chown node:node /var/lib/tandem
WORKDIR /srv/tandem
COPY --from=build /srv/tandem .
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "apps/api/dist/main.js"]
