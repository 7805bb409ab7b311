/** The test file that every scanner knows (eicar.org), put together here so that none finds it in these sources. */
export const eicar = [
  "X5O!P%@AP[4",
  "\\PZX54(P^)7CC)7}$",
  "EICAR-STANDARD-",
  "ANTIVIRUS-TEST-FILE!$H+H*",
].join("");
