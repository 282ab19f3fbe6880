import { ApiError, change } from "../api/client";
import { LoadDocument, type LoadDocumentMutation } from "../generated/api";

/** What the server says of a document that it has loaded. */
export type Loaded = LoadDocumentMutation["loadDocument"];

/**
 * The largest file that can be sent, in MB of 2^20 bytes. The server reads 16 MB of a request, in
 * which Base64 makes a file a third larger.
 */
export const largestMegabytes = 11;

/**
 * The server's refusal of a load that nobody could carry out, because it has no file: BAD_USER_INPUT
 * where the token lets one load, FORBIDDEN where the server has none, UNAUTHENTICATED where it has
 * another. So a token is checked before a file is sent.
 */
export async function refusal(token: string): Promise<ApiError> {
  try {
    await change(LoadDocument, { input: { fileName: "" } }, token);
  } catch (error) {
    if (error instanceof ApiError && error.code) return error;
    throw error;
  }
  throw new ApiError("server", "a load without a file was accepted");
}

/** Throws the ApiError of a file that is too large or of a token that does not let one load. */
export async function checkLoad(file: File, token: string) {
  if (file.size > largestMegabytes << 20) throw new ApiError("request", "", "TOO_LARGE");
  if (!token) throw new ApiError("request", "", "noToken");
  const error = await refusal(token);
  if (error.code !== "BAD_USER_INPUT") throw error;
}

/** A file's bytes in Base64. */
export function contentOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(new ApiError("request", "", "unreadable"));
    reader.readAsDataURL(file);
  });
}

/** Loads a file under its own name. Throws an ApiError. */
export async function sendFile(name: string, content: string, token: string): Promise<Loaded> {
  const input = { fileName: name, content };
  return (await change(LoadDocument, { input }, token)).loadDocument;
}
