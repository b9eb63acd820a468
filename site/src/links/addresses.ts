/** Addresses of the site's own pages and files, under the path that the site is served from. */
import type { Category, Risk } from '../../../schema/taxonomy.ts';

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** `path` without a slash at its start: `method/`. */
export function siteHref(path: string): string {
  return `${base}${path}`;
}

/** `address` is a server's or a tool's, from schema/page-address.ts. */
export function pageHref(address: string): string {
  return siteHref(`servers/${address}/`);
}

export function policyHref(address: string): string {
  return siteHref(`servers/${address}/policy.json`);
}

export function recordHref(address: string): string {
  return siteHref(`api/v1/servers/${address}/index.json`);
}

export function riskHref(risk: Risk, page = 1): string {
  return pagedHref(`risk/${risk}/`, page);
}

export function categoryHref(category: Category, page = 1): string {
  return pagedHref(`categories/${category}/`, page);
}

export function pagedHref(path: string, page: number): string {
  return siteHref(page === 1 ? path : `${path}${page}/`);
}
