// Real places of Kabupaten Enrekang for trying "kirim lokasi" without walking there. Points are rough (about a kilometre).

export const PLACES = [
  ["Kota Enrekang", -3.563, 119.77],
  ["Maroangin, Maiwa", -3.726, 119.838],
  ["Baraka", -3.404, 119.862],
  ["Lakawan, Anggeraja", -3.452, 119.796],
  ["Belajen, Alla", -3.344, 119.808],
  ["Curio", -3.326, 119.912],
  ["Malua", -3.398, 119.916],
  ["Gunung Bambapuang", -3.489, 119.777],
];

const KM_PER_DEGREE = 111;
const NEAR_KM = 4;

/** "dekat Baraka" when a preset lies within four kilometres, else "". */
export function nearest([latitude, longitude]) {
  const far = ([, north, east]) => Math.hypot(latitude - north, longitude - east) * KM_PER_DEGREE;
  const best = PLACES.reduce((one, other) => (far(other) < far(one) ? other : one));
  return far(best) <= NEAR_KM ? `dekat ${best[0]}` : "";
}

/** "-3,56300, 119,77000" needs no reading aloud; people compare "3,56° LS 119,77° BT". */
export function spoken([latitude, longitude]) {
  const degrees = (value) => Math.abs(value).toFixed(4).replace(".", ",");
  return `${degrees(latitude)}° ${latitude < 0 ? "LS" : "LU"} · ${degrees(longitude)}° BT`;
}
