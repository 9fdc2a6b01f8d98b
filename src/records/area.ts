import { z } from "zod";

export const areaTypes = [
  "tỉnh",
  "thành phố",
  "quận",
  "huyện",
  "thị xã",
  "phường",
  "xã",
  "thị trấn",
  "đặc khu",
] as const;

/** An administrative unit. `code` is the General Statistics Office's, where exactly one unit fits. */
export const Area = z.strictObject({
  type: z.enum(areaTypes),
  name: z.string().min(1),
  level: z.enum(["national", "province", "district", "commune"]),
  code: z.string().nullable(),
  parents: z.array(z.string()),
});
export type Area = z.infer<typeof Area>;
