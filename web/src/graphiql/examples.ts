/** The queries that GraphiQL opens with, one to a tab. The first is the service's main question. */
export const examples: string[] = [
  `# Which departments work together in Hangzhou (330100) AND in Suzhou (320500)?
#
# Departments of different regions are different units, so the answer is given in functions:
# what a unit does, whatever it is called. A pair is listed when in every region named below
# at least one task has departments of both functions.
# Regions are given by their GB/T 2260 codes. Press Ctrl+Enter to run.
query DepartmentPairs {
  departmentPairs(regions: ["330100", "320500"]) {
    taskCount
    a { slug name }
    b { slug name }
    regions {
      region { name }
      departments { name }
      tasks { path heading }
    }
  }
}
`,
  `# A standards body by its code, the tasks that mention it, and the sentences that say so.
#
# iso/tc 268, ISO/TC268 and ISO／TC 268 are one. A quote is the exact text of the source at
# [start, end), counted in Unicode code points.
query StandardsBody {
  standardsBody(code: "ISO/TC268") {
    code
    name
    level
    parent { code name }
    tasks(first: 10) {
      totalCount
      nodes { path heading document { title } }
    }
    evidence {
      quote
      start
      end
      expression { fileName }
    }
  }
}
`,
  `# The tasks of every region's market regulation department (市场监管, until 2018 质监 and 工商),
# with the units that carry each task, their roles, and the words of the text.
#
# Lists are pages: ask for the next one with after: the endCursor of pageInfo.
query DepartmentTasks {
  departments(filter: { functions: ["market-regulation"] }, first: 5) {
    totalCount
    nodes {
      fullName
      region { name }
      tasks(first: 3) {
        totalCount
        pageInfo { endCursor hasNextPage }
        nodes {
          path
          heading
          responsibilities {
            role
            asWritten
            evidence { quote }
          }
        }
      }
    }
  }
}
`,
];
