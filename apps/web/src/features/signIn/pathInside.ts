/** Where to go after signing in: a path of this site, never another one. Anything else gives the projects. */
export function pathInside(asked: string | string[] | undefined): string {
  const path = Array.isArray(asked) ? asked[0] : asked;
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/projects';
}
