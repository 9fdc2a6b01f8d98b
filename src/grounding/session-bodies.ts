import type { AreaName } from "../vietnamese/places/areas.js";
import type { BodyName } from "../vietnamese/places/bodies.js";
import type { Places } from "./places.js";

/** Who meets, before the place has its code and what stands above it. */
export interface MeetingBody {
  readonly name: string;
  readonly type: string;
  readonly area: AreaName | null;
}

/** Departments of a province that the text seldom names beside them: Law 72/2025/QH15. */
const provincial = "Sở";

/**
 * The body with its place: the one beside it, else the province whose office published the text, else the one that the
 * draft names. A place that the text names is added to a bare type word: "HĐND xã" → "HĐND xã Tân Lập". Without a body
 * the place itself convenes: "phường Tân Lập tổ chức hội nghị".
 * @param named a place that the text names; one that it does not name counts for nothing
 */
export function meetingBody(places: Places, body: BodyName | null, named: AreaName | null): MeetingBody | null {
  const told = named && places.names(named) ? named : null;
  if (!body) return told && { name: `${told.type} ${told.name}`, type: told.type, area: told };
  if (body.area) return { name: body.name, type: body.type, area: body.area };
  const area = placeOf(places, body, told);
  const bare = body.areaWord !== null && area !== null && places.names(area);
  return { name: bare ? `${body.name} ${area.name}` : body.name, type: body.type, area };
}

function placeOf({ province }: Places, { type, areaWord }: BodyName, told: AreaName | null): AreaName | null {
  const fromSource = province && (areaWord === province.type || (areaWord === null && type === provincial));
  if (fromSource) return province;
  return told && told.type === areaWord ? told : null;
}
