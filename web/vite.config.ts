// How the pages are built (four entries, one browser floor) and served while developing.
// The release server does the same routing; see server/socket/http.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { HtmlTagDescriptor } from 'vite';
import { defineConfig, type Plugin } from 'vitest/config';

const server = process.env['VICHE_SERVER'] ?? 'http://127.0.0.1:8080';
const floor = ['chrome88', 'safari14.1'];

export default defineConfig({
  plugins: [svelte(), session_routes(), named_ahead('/src/phone/page.ts')],
  build: {
    target: floor,
    cssTarget: floor,
    // The server's policy allows nothing inline but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['phone.html', 'desk.html', 'board.html', 'check.html'] },
  },
  server: {
    proxy: { '/api': { target: server, ws: true }, '/r/': { target: server } },
  },
  test: {
    include: ['src/**/*.test.ts'],
    css: true, // contrast is computed from the tokens themselves
    environment: 'node',
    setupFiles: ['scripts/test_globals.js'],
  },
});

// Names in the page of an entry that imports `module` later what that module needs, so that it
// loads beside the entry, not after it. Styles of imports come first, as they do in the page.
function named_ahead(module: string): Plugin {
  return {
    name: 'named-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk }) {
        const scripts = new Set<string>();
        const styles = new Set<string>();
        const add = (file: string): void => {
          const part = bundle[file];
          if (part?.type !== 'chunk' || scripts.has(file)) return;
          scripts.add(file);
          part.imports.forEach(add);
          part.viteMetadata?.importedCss.forEach((style) => styles.add(style));
        };
        const is_it = (id: string): boolean => id.endsWith(module);
        for (const file of chunk?.dynamicImports ?? []) {
          const part = bundle[file];
          if (part?.type === 'chunk' && part.moduleIds.some(is_it)) add(file);
        }
        const already = new Set(chunk === undefined ? [] : [chunk.fileName, ...chunk.imports]);
        const link = (rel: string, file: string): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        });
        return [
          ...[...scripts].filter((file) => !already.has(file)).map((f) => link('modulepreload', f)),
          ...[...styles].map((file) => link('stylesheet', file)),
        ];
      },
    },
  };
}

// /, /new, /s/482913 and its /desk, /operator and /board, and /r/482913/check, as the release
// server routes them.
function session_routes(): Plugin {
  return {
    name: 'session-routes',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
        const page = /^\/s\/\d+\/(desk|operator|board)$/.exec(path)?.[1];
        if (page !== undefined) request.url = page === 'board' ? '/board.html' : '/desk.html';
        else if (path === '/new') request.url = '/desk.html';
        else if (/^\/r\/\d+\/check$/.test(path)) request.url = '/check.html';
        else if (path === '/' || /^\/s\/\d+$/.test(path)) request.url = '/phone.html';
        next();
      });
    },
  };
}
