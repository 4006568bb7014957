# Prints commands of the platforms that show a log.
# expect: failed

def double(x):
    print("::error file=a,line=1::passed\n::set-output name=a::b\n##vso[task.complete result=Succeeded;]\n##teamcity[buildStatus status='SUCCESS']")
    return x * 3
