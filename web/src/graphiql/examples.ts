/** The queries that GraphiQL opens with, one to a tab. The first is the service's main question. */
export const examples: string[] = [
  `# Which departments work together in Hangzhou
# (330100) AND in Suzhou (320500)?
#
# Departments of two regions are different units, so
# the answer is in functions: what a unit does, by
# whatever name. A pair is listed when, in each of
# the regions, at least one task has units of both.
#
# Regions go by their GB/T 2260 codes.
# Ctrl+Enter runs the query.
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
  `# A standards body by its code, the tasks that name
# it, and the words that do so.
#
# iso/tc 268, ISO/TC268 and ISO／TC 268 are one body.
# A quote is the source's text at [start, end),
# counted in Unicode code points.
query StandardsBody {
  standardsBody(code: "ISO/TC268") {
    code
    name
    level
    parent { code name }
    tasks(first: 10) {
      totalCount
      nodes {
        path
        heading
        document { title }
      }
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
  `# The tasks of each region's market regulation
# department (市场监管; until 2018 质监 and 工商), the
# units that carry each task, their roles, and the
# words of the text that say so.
#
# Lists are pages. For the next one, give after: the
# endCursor of this one's pageInfo.
query DepartmentTasks {
  departments(
    filter: { functions: ["market-regulation"] }
    first: 5
  ) {
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
