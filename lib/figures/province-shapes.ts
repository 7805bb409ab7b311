import { geoCentroid, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Polygon, MultiPolygon } from "geojson";
import topology from "@/prisma/data/vn-provinces.topo.json";

/**
 * The 34 provinces as SVG paths, drawn once per process. Source: thanglequoc/vietnamese-provinces-database (MIT), after the
 * reference map of the Viet Nam Natural Resources, Environment and Cartography Publishing House.
 */
export type ProvinceShape = { code: string; name: string; nameEn: string; path: string };
export type Island = { x: number; y: number; group: "hoangSa" | "truongSa" };
export type MapShapes = { width: number; height: number; provinces: ProvinceShape[]; islands: Island[] };

type Names = { code: string; name: string; nameEn: string };
/** Islands east of this meridian are smaller than a pixel here: they are drawn as dots, so that they are always seen. */
const farEast = 110.3;
/** Between the two archipelagos. */
const between = 14;
const [width, height] = [270, 300];

function draw(): MapShapes {
  const source = topology as unknown as Topology<{ provinces: GeometryCollection<Names> }>;
  const { features } = feature(source, source.objects.provinces);
  const projection = geoMercator().fitExtent(
    [
      [2, 2],
      [width - 2, height - 2],
    ],
    { type: "FeatureCollection", features },
  );
  const path = geoPath(projection).digits(1);
  const islands: Island[] = [];
  const provinces = features.map(({ geometry, properties }): ProvinceShape => {
    const parts =
      (geometry as Polygon | MultiPolygon).type === "MultiPolygon"
        ? (geometry as MultiPolygon).coordinates
        : [(geometry as Polygon).coordinates];
    const near = parts.filter((coordinates) => {
      const [longitude, latitude] = geoCentroid({ type: "Polygon", coordinates });
      if (longitude <= farEast) return true;
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      islands.push({
        x: Math.round(x * 10) / 10,
        y: Math.round(y * 10) / 10,
        group: latitude > between ? "hoangSa" : "truongSa",
      });
      return false;
    });
    return {
      code: properties.code,
      name: properties.name,
      nameEn: properties.nameEn,
      path: path({ type: "MultiPolygon", coordinates: near }) ?? "",
    };
  });
  return { width, height, provinces, islands };
}

let drawn: MapShapes | undefined;
export function mapShapes(): MapShapes {
  return (drawn ??= draw());
}
