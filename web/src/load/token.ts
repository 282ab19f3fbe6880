import { useState } from "react";

const storageKey = "policygraph.token";

function read(): string {
  try {
    return sessionStorage.getItem(storageKey) ?? "";
  } catch {
    return ""; // the browser keeps nothing for this page
  }
}

/** The server's token as it was entered: kept for this tab only, and never in an address. */
export function useToken() {
  const [token, setToken] = useState(read);
  const enter = (value: string) => {
    setToken(value);
    try {
      sessionStorage.setItem(storageKey, value);
    } catch {
      // It then lasts as long as the view.
    }
  };
  return { token: token.trim(), entered: token, enter };
}
