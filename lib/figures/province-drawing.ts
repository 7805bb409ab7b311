import { geoCentroid, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Polygon, MultiPolygon } from "geojson";
import topology from "@/prisma/data/vn-provinces.topo.json";

type Province = { code: string; name: string; nameEn: string };
type Point = { x: number; y: number };
type Archipelago = "hoangSa" | "truongSa";

/** What a page must know beside the drawing: how large it is, who is in it, where the archipelagos' names stand. */
export type MapIndex = {
  width: number;
  height: number;
  provinces: Province[];
  labels: Record<Archipelago, Point>;
};

/** Islands east of this meridian are smaller than a pixel here: they are drawn as dots, so that they are always seen. */
const farEast = 110.3;
/** Between the two archipelagos. */
const between = 14;
const [width, height] = [270, 300];
const round = (value: number) => Math.round(value * 10) / 10;

/**
 * The 34 provinces as an SVG file of outlines without colours, one `#p-<code>` each, and the islands of `#hoangSa` and
 * `#truongSa`. `npx tsx scripts/draw-map.mjs` writes vietnam.svg and vietnam.json from it, after the map data have changed.
 */
export function drawMap(): { svg: string; index: MapIndex } {
  const source = topology as unknown as Topology<{ provinces: GeometryCollection<Province> }>;
  const { features } = feature(source, source.objects.provinces);
  const projection = geoMercator().fitExtent(
    [
      [2, 2],
      [width - 2, height - 2],
    ],
    { type: "FeatureCollection", features },
  );
  const path = geoPath(projection).digits(1);
  const islands: Record<Archipelago, Point[]> = { hoangSa: [], truongSa: [] };
  const outlines = features.map(({ geometry, properties: { code } }) => {
    const { type, coordinates: given } = geometry as Polygon | MultiPolygon;
    const near = (type === "MultiPolygon" ? given : [given]).filter((coordinates) => {
      const [longitude, latitude] = geoCentroid({ type: "Polygon", coordinates });
      if (longitude <= farEast) return true;
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      islands[latitude > between ? "hoangSa" : "truongSa"].push({ x: round(x), y: round(y) });
      return false;
    });
    return `<path id="p-${code}" d="${path({ type: "MultiPolygon", coordinates: near }) ?? ""}"/>`;
  });
  const dots = Object.entries(islands).map(([name, points]) =>
    [`<g id="${name}">`, ...points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="1"/>`), "</g>"].join(""),
  );
  const svg = [
    `<!-- ${topology.metadata.source}. ${topology.metadata.licence}. -->`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    ...outlines,
    ...dots,
    "</svg>\n",
  ].join("\n");
  const provinces = features.map(({ properties: { code, name, nameEn } }) => ({ code, name, nameEn }));
  return { svg, index: { width, height, provinces, labels: placesOf(islands) } };
}

/** Below Hoàng Sa and above Trường Sa, where nothing else is written. */
function placesOf({ hoangSa, truongSa }: Record<Archipelago, Point[]>): Record<Archipelago, Point> {
  const middle = (points: Point[]) => {
    const xs = points.map(({ x }) => x);
    return Math.round((Math.min(...xs) + Math.max(...xs)) / 2);
  };
  return {
    hoangSa: { x: middle(hoangSa), y: Math.round(Math.max(...hoangSa.map(({ y }) => y)) + 16) },
    truongSa: { x: middle(truongSa), y: Math.round(Math.min(...truongSa.map(({ y }) => y)) - 6) },
  };
}
