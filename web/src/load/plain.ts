import type { Language } from "../i18n/language";

/** What the server says of files and texts in English, and how it is said in Chinese. */
const inChinese: readonly (readonly [said: RegExp, chinese: string])[] = [
  [/the file is empty/, "文件里没有文字。"],
  [/the file is not text: an? (\w+) picture/, "这是一张图片（$1），不是文字。"],
  [/the file is not text/, "文件里不是文字，可能是图片、程序或压缩包。"],
  [/the text is not UTF-8/, "认不出文字编码；请另存为 UTF-8 再试。"],
  [/the format is not supported/, "不支持这种文件格式；请另存为 docx、PDF 或 TXT 再试。"],
  [/protected by a password/, "文件有密码保护；请解除密码再试。"],
  [/the file is damaged/, "文件已损坏。"],
  [/scan without a text layer/, "这是没有文字层的扫描件，需要先做文字识别（OCR）。"],
  [/unpacks to too much/, "文件解压后过大。"],
  [/an archive of several files/, "这是压缩包；请解压后逐个载入。"],
  [/the text is not Chinese/, "文字不是中文。"],
  [/the text is not a policy document/, "看不出这是一份政策文件。"],
  [/^the text has no title/, "文中没有标题；现用标题由发文机关、文种和日期拼成"],
  [/^the text has no document number/, "文中没有发文字号"],
  [/^the text does not say who issued it/, "文中没有写明发文机关"],
  [/^no region was found/, "文中没有写明地区；取文中提到最多的地区"],
  [/^the text has no date/, "文中没有日期"],
  [/^the text is damaged/, "原文有缺字或干扰文字，已修复后阅读"],
  [/^no tasks were found/, "没有找到任务"],
  [/^(\d+) of (\d+) tasks name no responsible unit/, "$2 项任务中有 $1 项没有写明责任单位"],
  [/^(\d+) units have no known function/, "$1 个单位还不知道属于哪类职能"],
];

/**
 * A remark of the server in the language of the page, with the language it is in: English where
 * there are no words for it.
 */
export function plain(remark: string, language: Language): { text: string; lang: string } {
  if (language === "en") return { text: remark, lang: "en" };
  for (const [said, chinese] of inChinese) {
    const found = remark.match(said);
    if (!found) continue;
    const text = chinese.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? "");
    return { text, lang: "zh-CN" };
  }
  return { text: remark, lang: "en" };
}
